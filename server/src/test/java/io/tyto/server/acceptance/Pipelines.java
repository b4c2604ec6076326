package io.tyto.server.acceptance;

/** Pipelines of the scenarios; {@code @cpi-qa} stands for the environment of that system. */
final class Pipelines {
  /** Integration content to QA and PROD, four eyes before each. */
  static final String CPI =
      """
      name: cpi
      stages:
        - name: QA
          tasks:
            - build: {}
            - validate: { checks: [downgrade, content-intact] }
            - approve: { by: [role:release-manager], exclude: [promoter] }
            - deploy: { environment: @cpi-qa }
        - name: PROD
          tasks:
            - wait-for-promotion: {}
            - approve: { by: [role:release-manager], exclude: [promoter] }
            - deploy: { environment: @cpi-prod, backup: true }
      """;

  /** The same for transports, which are released on the way. */
  static final String ABAP =
      """
      name: abap
      stages:
        - name: QA
          tasks:
            - build: {}
            - release-transport: { environment: @abap-dev }
            - validate: { checks: [released] }
            - approve: { by: [role:release-manager], exclude: [promoter] }
            - deploy: { environment: @abap-qas }
        - name: PROD
          tasks:
            - wait-for-promotion: {}
            - approve: { by: [role:release-manager], exclude: [promoter] }
            - deploy: { environment: @abap-prd }
      """;

  /** Released only when it is approved. */
  static final String RELEASED_LATE =
      """
      name: released-late
      stages:
        - name: QA
          tasks:
            - build: {}
            - approve: { by: [role:release-manager], exclude: [promoter] }
            - release-transport: { environment: @abap-dev }
            - deploy: { environment: @abap-qas }
      """;

  /** Straight through: nobody is asked. */
  static final String STRAIGHT =
      """
      name: straight
      stages:
        - name: QA
          tasks:
            - build: {}
            - deploy: { environment: @cpi-qa }
        - name: PROD
          tasks:
            - deploy: { environment: @cpi-prod }
      """;

  private Pipelines() {}
}
