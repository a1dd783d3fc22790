@NullMarked
package app.parcelle.engine.job;

import org.jspecify.annotations.NullMarked;
