/**
 * SAP Cloud ALM: reads projects, features and user stories, reports back to them. Knows the public
 * Projects, Tasks and Features APIs and nothing of our work items.
 */
@NullMarked
package io.tyto.connector.cloudalm;

import org.jspecify.annotations.NullMarked;
