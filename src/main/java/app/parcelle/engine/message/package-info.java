@NullMarked
package app.parcelle.engine.message;

import org.jspecify.annotations.NullMarked;
