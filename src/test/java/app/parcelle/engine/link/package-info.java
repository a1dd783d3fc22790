@NullMarked
package app.parcelle.engine.link;

import org.jspecify.annotations.NullMarked;
