@NullMarked
package app.parcelle.engine.cluster.importance;

import org.jspecify.annotations.NullMarked;
