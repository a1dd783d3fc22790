/** Pictures of every screen, in both languages and themes, and in an invented language of longer words. */
@NullMarked
package app.parcelle.ui.screens;

import org.jspecify.annotations.NullMarked;
