@NullMarked
package app.parcelle.engine.cluster;

import org.jspecify.annotations.NullMarked;
