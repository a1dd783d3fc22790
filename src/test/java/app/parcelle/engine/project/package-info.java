@NullMarked
package app.parcelle.engine.project;

import org.jspecify.annotations.NullMarked;
