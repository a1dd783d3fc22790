@NullMarked
package app.parcelle.ui.dialog;

import org.jspecify.annotations.NullMarked;
