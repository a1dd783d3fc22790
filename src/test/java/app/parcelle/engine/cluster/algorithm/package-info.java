@NullMarked
package app.parcelle.engine.cluster.algorithm;

import org.jspecify.annotations.NullMarked;
