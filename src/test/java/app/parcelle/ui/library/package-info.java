@NullMarked
package app.parcelle.ui.library;

import org.jspecify.annotations.NullMarked;
