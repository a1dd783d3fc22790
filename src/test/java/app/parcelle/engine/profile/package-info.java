@NullMarked
package app.parcelle.engine.profile;

import org.jspecify.annotations.NullMarked;
