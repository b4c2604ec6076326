package io.tyto.server.walls;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.tyto.server.identity.Needs;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

class StructureTest {
  private static final int TYPES_A_PACKAGE = 20;

  @Test
  void hasNoPackageInACycle() {
    slices()
        .matching("io.tyto.server.(**)")
        .should()
        .beFreeOfCycles()
        .because("what hangs together in a circle can only be understood and changed as one")
        .check(Code.SERVER);
  }

  @Test
  void hasNoDrawers() {
    noClasses()
        .should()
        .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Common)")
        .because("a name that says nothing attracts everything")
        .check(Code.SERVER);
  }

  @Test
  void keepsPackagesSmallEnoughToRead() {
    Map<String, Long> sizes =
        Code.SERVER.stream()
            .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
            .collect(
                Collectors.groupingBy(
                    JavaClass::getPackageName, TreeMap::new, Collectors.counting()));
    assertThat(sizes)
        .as("a package of more than %d types is two topics", TYPES_A_PACKAGE)
        .allSatisfy((name, size) -> assertThat(size).as(name).isLessThanOrEqualTo(TYPES_A_PACKAGE));
  }

  @Test
  void letsControllersTalkToTheFaceOfTheirModuleOnly() {
    noClasses()
        .that()
        .resideInAPackage("io.tyto.server.*.web..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.tyto.server.*.internal..")
        .because("REST shows a module's face; what only REST can do, nobody else can")
        .check(Code.SERVER);
    noClasses()
        .that()
        .resideInAPackage("io.tyto.server.*.internal..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.tyto.server.*.web..")
        .because("rules must not know of HTTP")
        .check(Code.SERVER);
  }

  @Test
  void keepsTheFaceFreeOfWhatIsBehindIt() {
    noClasses()
        .that(
            resideInAPackage("io.tyto.server.*")
                .and(DescribedPredicate.not(resideInAPackage("io.tyto.server.platform"))))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.tyto.server.*.internal..")
        .because("the arrows are web -> root <- internal")
        .check(Code.SERVER);
  }

  @Test
  void declaresAPermissionAtEveryRestMethod() {
    methods()
        .that()
        .areDeclaredInClassesThat()
        .areAnnotatedWith(RestController.class)
        .should(
            new ArchCondition<>("declare @Needs when they are mapped") {
              @Override
              public void check(JavaMethod method, ConditionEvents events) {
                boolean mapped =
                    AnnotatedElementUtils.hasAnnotation(method.reflect(), RequestMapping.class);
                if (mapped && !method.isAnnotatedWith(Needs.class)) {
                  events.add(
                      SimpleConditionEvent.violated(
                          method, method.getFullName() + " does not say who may call it"));
                }
              }
            })
        .because("a method without permission is open to everybody who is signed in")
        .check(Code.SERVER);
  }
}
