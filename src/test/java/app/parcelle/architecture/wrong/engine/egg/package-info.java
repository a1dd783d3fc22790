@NullMarked
package app.parcelle.architecture.wrong.engine.egg;

import org.jspecify.annotations.NullMarked;
