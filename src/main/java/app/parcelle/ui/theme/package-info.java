/**
 * How the workbench looks: two themes over the same sheets ({@code css/base.css} and one sheet a feature), and the few
 * controls that no library has. A feature's sheet is named in {@link Theme} and speaks of colours by the tokens of
 * {@code css/light.css} and {@code css/dark.css} alone: {@code -parcelle-background, -card, -soft, -hover, -line, -text,
 * -muted, -accent, -accent-fill, -on-accent, -good, -good-fill, -warning, -warning-fill, -bad, -bad-fill, -exclusion,
 * -exclusion-fill, -bar, -shadow, -scrim, -group-1 .. -group-5}.
 *
 * <p>Style classes that every screen may use:
 *
 * <ul>
 * <li>words, on labels: {@code title} (18 px), {@code heading} (bold), {@code section-label} (11 px over a group of
 * controls), {@code large-figure} (40 px), {@code figure} (bold number), {@code small} (12 px), {@code muted},
 * {@code good}, {@code warning}, {@code bad}, {@code exclusion} (colours), {@code mono}; on {@code Text} in a text flow:
 * {@code strong}, {@code muted}, {@code exclusion}
 * <li>surfaces, on panes: {@code workspace} (the middle of a screen), {@code card} (with {@code accented}: a line at its
 * left; with {@code exclusion}), {@code side-panel} (right, 320 px; with {@code left}: 232 px), {@code rule} (a thin
 * line), {@code notice} (a coloured remark; with {@code warning} or {@code bad})
 * <li>{@code chip} on labels and buttons: neutral, or with {@code accent}, {@code good}, {@code warning}, {@code bad},
 * {@code exclusion}; {@code toggle-chip} on toggle buttons
 * <li>buttons: {@code accent} (one a screen), {@code quiet} (no border), {@code link}, {@code icon-only}
 * <li>{@code segmented}: see {@link Segmented}; {@code number} on cells and columns of figures
 * <li>charts: {@code histogram} with bars {@code bar}, {@code outside}, {@code chosen}; {@code share-bar}
 * </ul>
 */
@NullMarked
package app.parcelle.ui.theme;

import org.jspecify.annotations.NullMarked;
