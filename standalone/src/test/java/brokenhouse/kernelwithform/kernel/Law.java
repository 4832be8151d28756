package brokenhouse.kernelwithform.kernel;

import brokenhouse.kernelwithform.form.Written;

record Law(Written fact) {}
