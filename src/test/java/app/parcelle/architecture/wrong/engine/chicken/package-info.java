@NullMarked
package app.parcelle.architecture.wrong.engine.chicken;

import org.jspecify.annotations.NullMarked;
