@NullMarked
package app.parcelle.engine.cluster.quality;

import org.jspecify.annotations.NullMarked;
