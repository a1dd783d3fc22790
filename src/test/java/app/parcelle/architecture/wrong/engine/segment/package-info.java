@NullMarked
package app.parcelle.architecture.wrong.engine.segment;

import org.jspecify.annotations.NullMarked;
