@NullMarked
package app.parcelle.engine.cluster.explain;

import org.jspecify.annotations.NullMarked;
