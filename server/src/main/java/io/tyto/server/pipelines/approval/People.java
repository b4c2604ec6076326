package io.tyto.server.pipelines.approval;

import io.tyto.server.identity.ProjectRole;
import io.tyto.server.identity.UserView;
import io.tyto.server.identity.Users;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.UserId;
import io.tyto.server.projects.Projects;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whom {@code user:NAME} and {@code role:NAME} mean. */
@Component
public class People {
  private final Users users;
  private final Projects projects;

  People(Users users, Projects projects) {
    this.users = users;
    this.projects = projects;
  }

  public boolean named(ProjectKey project, List<String> by, UserId user) {
    return by.stream().anyMatch(entry -> all(project, entry).contains(user));
  }

  public Set<UserId> all(ProjectKey project, List<String> by) {
    Set<UserId> found = new LinkedHashSet<>();
    by.forEach(entry -> found.addAll(all(project, entry)));
    return found;
  }

  /** How others see that person; the id when it is nobody any more. */
  public String name(UserId user) {
    return users.find(user).map(UserView::displayName).orElse(user.value());
  }

  private Set<UserId> all(ProjectKey project, String entry) {
    String name = entry.substring(entry.indexOf(':') + 1);
    if (entry.startsWith("role:")) {
      Optional<ProjectRole> role = ProjectRole.of(name);
      return role.isPresent() ? Set.copyOf(projects.membersWith(project, role.get())) : Set.of();
    }
    return users.findByName(name).map(UserView::id).map(Set::of).orElse(Set.of());
  }
}
