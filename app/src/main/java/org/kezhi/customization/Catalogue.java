package org.kezhi.customization;

import jakarta.annotation.PostConstruct;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kezhi.customization.CustomizationRepository.Stock;
import org.kezhi.formula.FormulaTexts;
import org.kezhi.platform.Labels;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.kezhi.record.ObjectTypesChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Tells the engine what the company has added, at the start and whenever it changes on any node.
@Component
class Catalogue {

  private static final int EVERY_MILLIS = 2_000;

  private final DSLContext db;
  private final CustomizationRepository repository;
  private final ObjectTypes types;
  private final EngineFields fields;
  private final Labels labels;
  private final ApplicationEventPublisher events;
  private final Map<CustomObject, ObjectType> made = new HashMap<>();
  private volatile Stock known = new Stock(-1, List.of(), List.of(), List.of());

  Catalogue(
      DSLContext db,
      CustomizationRepository repository,
      ObjectTypes types,
      EngineFields fields,
      Labels labels,
      ApplicationEventPublisher events) {
    this.db = db;
    this.repository = repository;
    this.types = types;
    this.fields = fields;
    this.labels = labels;
    this.events = events;
  }

  @PostConstruct
  void begin() {
    take();
  }

  /// Takes over what is there now, and tells the parts that keep something of their own about it.
  void load() {
    if (take()) {
      events.publishEvent(new ObjectTypesChanged());
    }
  }

  /// What is changed here is known here at once; elsewhere within two seconds.
  @Scheduled(fixedDelay = EVERY_MILLIS, initialDelay = EVERY_MILLIS)
  void watch() {
    try {
      if (repository.edition(db) != known.edition()) {
        load();
      }
    } catch (DataAccessException _) {
      // whoever asks the database meanwhile is told that it is away; we look again soon
    }
  }

  private synchronized boolean take() {
    var stock = repository.read(db);
    var isNew = !stock.objects().equals(known.objects()) || !stock.fields().equals(known.fields());
    if (isNew) {
      tell(stock);
    }
    if (!stock.renamed().equals(known.renamed())) {
      rename(stock);
    }
    known = stock;
    return isNew;
  }

  private void tell(Stock stock) {
    var objects = stock.objects().stream().filter(object -> !object.retired()).toList();
    made.keySet().retainAll(objects);
    objects.forEach(object -> made.computeIfAbsent(object, CustomObjectType::new));
    labels.add(words(stock));
    types.add(List.copyOf(made.values()));
    var byObject =
        stock.fields().stream()
            .filter(field -> !field.retired())
            .collect(Collectors.groupingBy(CustomField::object));
    // a formula may read what was added to any kind of record, so formulas come second
    for (var formulas : Arrays.<@Nullable FormulaTexts>asList(null, stock.formulas())) {
      for (var type : types.all()) {
        var added = byObject.getOrDefault(type.name(), List.of());
        type.customize(fields.customization(type, added, formulas));
      }
    }
  }

  private static Map<Locale, Map<String, String>> words(Stock stock) {
    var words = new HashMap<Locale, Map<String, String>>();
    for (var object : stock.objects()) {
      var key = "object." + object.name();
      put(words, key, object.labels());
      put(words, key + ".plural", object.pluralLabels());
      put(words, "field." + object.name() + ".name", CustomNames.TITLE);
    }
    for (var field : stock.fields()) {
      var key = field.object() + "." + field.name();
      put(words, "field." + key, field.labels());
      if (field.help() != null) {
        put(words, "help." + key, field.help());
      }
      for (var choice : field.choices()) {
        put(words, "choice." + key + "." + choice.value(), choice.labels());
      }
    }
    return words;
  }

  private void rename(Stock stock) {
    var words = new HashMap<Locale, Map<String, String>>();
    stock.renamed().forEach(label -> label.tell((key, texts) -> put(words, key, texts)));
    labels.rename(words);
  }

  private static void put(Map<Locale, Map<String, String>> all, String key, Words words) {
    put(all, key, words.byLanguage());
  }

  private static void put(
      Map<Locale, Map<String, String>> all, String key, Map<Locale, String> texts) {
    texts.forEach(
        (language, text) -> all.computeIfAbsent(language, _ -> new HashMap<>()).put(key, text));
  }
}
