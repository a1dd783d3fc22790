@NullMarked
package app.parcelle.architecture.wrong.ui.shop;

import org.jspecify.annotations.NullMarked;
