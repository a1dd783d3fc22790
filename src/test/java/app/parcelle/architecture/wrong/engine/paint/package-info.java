@NullMarked
package app.parcelle.architecture.wrong.engine.paint;

import org.jspecify.annotations.NullMarked;
