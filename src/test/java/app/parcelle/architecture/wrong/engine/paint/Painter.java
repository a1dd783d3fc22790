package app.parcelle.architecture.wrong.engine.paint;

import javafx.scene.paint.Color;

record Painter(Color colour) {}
