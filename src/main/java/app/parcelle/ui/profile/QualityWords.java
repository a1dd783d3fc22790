package app.parcelle.ui.profile;

import app.parcelle.engine.profile.ColumnProfile;

/** How the quality of a column comes about. */
final class QualityWords {
  private QualityWords() {}

  /** The formula with its figures. */
  static String formula(ProfileWords words, ColumnProfile profile) {
    return words.text("profile.quality.formula", profile.quality(), words.percent(profile.completeness()),
        words.percent(profile.validity()), words.percent(profile.regularity()));
  }
}
