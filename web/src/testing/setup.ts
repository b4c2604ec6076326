import '../app/assets/ui5';
import '../app/app.css';
import { beforeEach } from 'vitest';
import { forgetFakes, installFakeApi } from './fakeApi';

installFakeApi();
beforeEach(() => {
  forgetFakes();
  localStorage.clear();
});
