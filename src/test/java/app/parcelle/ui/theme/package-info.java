@NullMarked
package app.parcelle.ui.theme;

import org.jspecify.annotations.NullMarked;
