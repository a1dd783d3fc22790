@NullMarked
package app.parcelle.engine.cluster.map;

import org.jspecify.annotations.NullMarked;
