@NullMarked
package app.parcelle.ui;

import org.jspecify.annotations.NullMarked;
