@NullMarked
package app.parcelle.killed;

import org.jspecify.annotations.NullMarked;
