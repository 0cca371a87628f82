package io.posthorn.endtoend.chaos;
