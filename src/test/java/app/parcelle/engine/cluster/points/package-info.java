@NullMarked
package app.parcelle.engine.cluster.points;

import org.jspecify.annotations.NullMarked;
