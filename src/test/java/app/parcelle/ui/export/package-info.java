@NullMarked
package app.parcelle.ui.export;

import org.jspecify.annotations.NullMarked;
