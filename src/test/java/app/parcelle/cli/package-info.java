@NullMarked
package app.parcelle.cli;

import org.jspecify.annotations.NullMarked;
