package org.kezhi;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMapping;

@AnalyzeClasses(packages = "org.kezhi", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

  private static final String GENERATED = "org.kezhi.db..";

  @ArchTest
  static final ArchRule packagesKnowWhatMayBeNull =
      classes()
          .that()
          .resideOutsideOfPackages(GENERATED, "org.kezhi")
          .should(liveInNullMarkedPackage());

  @ArchTest
  static final ArchRule handlersSayWhoMayCallThem =
      methods().that().areMetaAnnotatedWith(RequestMapping.class).should(sayWhoMayCallThem());

  @ArchTest
  static final ArchRule beansAreBuiltByConstructors =
      noFields().should().beAnnotatedWith(Autowired.class).orShould().beAnnotatedWith(Value.class);

  @ArchTest
  static final ArchRule stateOfBeansIsFixedOrGuarded =
      fields()
          .that()
          .areDeclaredInClassesThat()
          .areMetaAnnotatedWith(Component.class)
          .and()
          .areNotFinal()
          .should()
          .haveModifier(JavaModifier.VOLATILE)
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule timeIsAskedFromTheClock =
      noClasses()
          .that()
          .resideOutsideOfPackage(GENERATED)
          .should()
          .callMethodWhere(asksTheTimeWithoutClock());

  @ArchTest
  static final ArchRule datesAreModern =
      noClasses()
          .that()
          .resideOutsideOfPackage(GENERATED)
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.Date")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(java.util.Calendar.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(java.text.DateFormat.class);

  @ArchTest
  static final ArchRule onlyTheConsoleIsPrintedTo =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.kezhi.start", "org.kezhi.cli")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  @ArchTest
  static final ArchRule onlyTheDatabaseStartsPrograms =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.kezhi.database")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(ProcessBuilder.class);

  @ArchTest
  static final ArchRule onlyTheWarehouseKnowsDuckDb =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.kezhi.warehouse..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.duckdb..");

  @ArchTest
  static final ArchRule namesSayWhatThingsAre =
      noClasses()
          .should()
          .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Base)")
          .orShould()
          .haveNameMatching(".*\\.(Abstract|Base)[A-Z][A-Za-z]*");

  private static ArchCondition<JavaClass> liveInNullMarkedPackage() {
    return new ArchCondition<>("live in a package marked with @NullMarked") {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        if (!item.getPackage().isAnnotatedWith(NullMarked.class)) {
          events.add(SimpleConditionEvent.violated(item, item.getPackageName()));
        }
      }
    };
  }

  private static ArchCondition<JavaMethod> sayWhoMayCallThem() {
    return new ArchCondition<>("say who may call them, or their class does") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        var said =
            method.isAnnotatedWith(PreAuthorize.class)
                || method.isAnnotatedWith(PermitAll.class)
                || method.getOwner().isAnnotatedWith(PreAuthorize.class);
        events.add(new SimpleConditionEvent(method, said, method.getFullName()));
      }
    };
  }

  private static DescribedPredicate<JavaMethodCall> asksTheTimeWithoutClock() {
    return DescribedPredicate.describe(
        "ask for the time without a Clock",
        call ->
            call.getName().equals("now")
                && call.getTargetOwner().getPackageName().equals("java.time")
                && call.getTarget().getRawParameterTypes().stream()
                    .noneMatch(type -> type.isEquivalentTo(Clock.class)));
  }
}
