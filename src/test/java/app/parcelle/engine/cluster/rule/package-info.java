@NullMarked
package app.parcelle.engine.cluster.rule;

import org.jspecify.annotations.NullMarked;
