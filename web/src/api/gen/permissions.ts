// Made from server/openapi.json; ./tyto fix makes it anew.
/** Who has a permission: roles of the server, roles in a project. */
export const permissions = {
  "ANYONE": {
    "project": [],
    "server": []
  },
  "AUDIT_READ": {
    "project": [],
    "server": [
      "admin",
      "auditor"
    ]
  },
  "CALENDAR_EDIT": {
    "project": [
      "release-manager"
    ],
    "server": [
      "admin"
    ]
  },
  "CALENDAR_EDIT_ALL": {
    "project": [],
    "server": [
      "admin"
    ]
  },
  "CREDENTIALS_EDIT": {
    "project": [
      "project-admin"
    ],
    "server": [
      "admin"
    ]
  },
  "CREDENTIALS_READ": {
    "project": [
      "project-admin"
    ],
    "server": [
      "admin",
      "auditor"
    ]
  },
  "ENVIRONMENTS_BROWSE": {
    "project": [
      "developer",
      "project-admin",
      "release-manager"
    ],
    "server": [
      "admin"
    ]
  },
  "ENVIRONMENTS_EDIT": {
    "project": [],
    "server": [
      "admin"
    ]
  },
  "INTEGRATIONS_EDIT": {
    "project": [
      "project-admin"
    ],
    "server": []
  },
  "PIPELINES_EDIT": {
    "project": [
      "project-admin",
      "release-manager"
    ],
    "server": []
  },
  "PROJECTS_CREATE": {
    "project": [],
    "server": [
      "admin"
    ]
  },
  "PROJECT_EDIT": {
    "project": [
      "project-admin"
    ],
    "server": [
      "admin"
    ]
  },
  "PROJECT_READ": {
    "project": [
      "approver",
      "developer",
      "project-admin",
      "release-manager",
      "viewer"
    ],
    "server": [
      "admin",
      "auditor"
    ]
  },
  "PROMOTE": {
    "project": [
      "developer",
      "release-manager"
    ],
    "server": []
  },
  "RELEASES_EDIT": {
    "project": [
      "project-admin",
      "release-manager"
    ],
    "server": []
  },
  "RUNS_CONTROL": {
    "project": [
      "developer",
      "release-manager"
    ],
    "server": []
  },
  "SIGNED_IN": {
    "project": [],
    "server": []
  },
  "SYNC": {
    "project": [
      "developer",
      "project-admin",
      "release-manager"
    ],
    "server": []
  },
  "TASKS_DECIDE": {
    "project": [
      "approver",
      "developer",
      "project-admin",
      "release-manager"
    ],
    "server": []
  },
  "USERS_EDIT": {
    "project": [],
    "server": [
      "admin"
    ]
  },
  "USERS_READ": {
    "project": [
      "project-admin"
    ],
    "server": [
      "admin",
      "auditor"
    ]
  },
  "WORK_ITEMS_EDIT": {
    "project": [
      "developer",
      "project-admin",
      "release-manager"
    ],
    "server": []
  }
} as const;

export type Permission = keyof typeof permissions;
