package org.kezhi.customization;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/// Lets the catalogue look for changes that another node has made.
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class CustomizationConfiguration {}
