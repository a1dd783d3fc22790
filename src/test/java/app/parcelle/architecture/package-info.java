/** Rules that the code keeps about itself, each shown to bite on an example under {@code wrong}. */
@NullMarked
package app.parcelle.architecture;

import org.jspecify.annotations.NullMarked;
