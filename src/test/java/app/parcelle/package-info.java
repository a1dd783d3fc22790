@NullMarked
package app.parcelle;

import org.jspecify.annotations.NullMarked;
