@NullMarked
package app.parcelle.engine.cluster.prepare;

import org.jspecify.annotations.NullMarked;
