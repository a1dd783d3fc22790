@NullMarked
package app.parcelle.ui.shell;

import org.jspecify.annotations.NullMarked;
