@NullMarked
package app.parcelle.engine.export;

import org.jspecify.annotations.NullMarked;
