@NullMarked
package app.parcelle.ui.profile;

import org.jspecify.annotations.NullMarked;
