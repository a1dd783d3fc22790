package app.parcelle.ui.segment;

import java.util.Locale;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Texts;

/** A desk whose work is done at once, and where nothing may fail. */
final class QuietDesk {
  static final Notices NOTICES = new Notices() {
    @Override
    public void say(Message message) {}

    @Override
    public void complain(Throwable failure) {
      throw new AssertionError(failure);
    }

    @Override
    public void changed() {}
  };

  private QuietDesk() {}

  static Desk of(SmallShop shop) {
    Texts texts = new Texts(Locale.UK);
    SegmentViewModel model = new SegmentViewModel(shop, new SameThread(), NOTICES, () -> "New segment");
    FakeWorkbench bench = new FakeWorkbench(shop, texts);
    return new Desk(model,
        new AudienceViewModel(model, shop, new SmallShopPeople(shop), new SameThread(), NOTICES),
        new Distributions(shop, new SameThread(), NOTICES),
        new ListFiles(bench.files(), new SameThread(), NOTICES),
        new KeptViewModel(Keeping.NOTHING, new SameThread(), NOTICES, bench.files()),
        shop::fields, texts, new Figures(texts, shop.zone()), new Dragging());
  }
}
