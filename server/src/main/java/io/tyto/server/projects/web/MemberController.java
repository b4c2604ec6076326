package io.tyto.server.projects.web;

import io.tyto.server.identity.Access;
import io.tyto.server.identity.Needs;
import io.tyto.server.identity.Permission;
import io.tyto.server.identity.ProjectRole;
import io.tyto.server.kernel.EnvironmentId;
import io.tyto.server.kernel.GeneralRefusal;
import io.tyto.server.kernel.Page;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.projects.Members;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Members of a project. */
@RestController
@RequestMapping("/api/v1/projects/{key}/members")
class MemberController {
  private final Members members;
  private final Access access;

  MemberController(Members members, Access access) {
    this.members = members;
    this.access = access;
  }

  @GetMapping
  @Needs(Permission.PROJECT_READ)
  Page<MemberResponse> listMembers(@PathVariable String key) {
    return new Page<>(
        members.of(new ProjectKey(key)).stream().map(MemberController::response).toList(),
        null,
        null);
  }

  @PutMapping("/{user}")
  @Needs(Permission.PROJECT_EDIT)
  MemberResponse putMember(
      @PathVariable String key,
      @PathVariable String user,
      @Valid @RequestBody MemberRequest wanted) {
    return response(
        members.put(
            access.caller(), new ProjectKey(key), user, roles(wanted), environments(wanted)));
  }

  @DeleteMapping("/{user}")
  @Needs(Permission.PROJECT_EDIT)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void removeMember(@PathVariable String key, @PathVariable String user) {
    members.remove(access.caller(), new ProjectKey(key), user);
  }

  private static Set<ProjectRole> roles(MemberRequest wanted) {
    Set<ProjectRole> roles = EnumSet.noneOf(ProjectRole.class);
    for (String word : wanted.roles()) {
      roles.add(
          ProjectRole.of(word)
              .orElseThrow(() ->
                  Refusal.at(
                      "roles",
                      GeneralRefusal.INVALID,
                      "Roles in a project are project-admin, release-manager, developer,"
                          + " approver and viewer, not "
                          + word
                          + ".")));
    }
    if (roles.isEmpty()) {
      throw Refusal.at(
          "roles", GeneralRefusal.INVALID, "A member has a role; DELETE removes a member.");
    }
    return roles;
  }

  private static Set<EnvironmentId> environments(MemberRequest wanted) {
    return wanted.deployTo() == null
        ? Set.of()
        : wanted.deployTo().stream().map(EnvironmentId::new).collect(Collectors.toSet());
  }

  private static MemberResponse response(Members.Member member) {
    return new MemberResponse(
        member.user().id().value(),
        member.user().name(),
        member.user().displayName(),
        member.roles().stream().map(ProjectRole::id).sorted().toList(),
        member.deployTo().stream().map(EnvironmentId::value).sorted().toList());
  }

  /**
   * @param deployTo ids of environments; none when missing
   */
  record MemberRequest(@NotNull List<String> roles, @Nullable List<String> deployTo) {}

  /**
   * @param id the user's
   */
  record MemberResponse(
      String id, String name, String displayName, List<String> roles, List<String> deployTo) {}
}
