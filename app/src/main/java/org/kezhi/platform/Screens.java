package org.kezhi.platform;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/// Serves the screens: files with a hash in their name for ever, and the one page, never kept, for
/// every address that a person can reload or share.
@Configuration(proxyBeanMethods = false)
class Screens implements WebMvcConfigurer {

  private static final String PLACE = "classpath:/static/";

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/assets/**")
        .addResourceLocations(PLACE + "assets/")
        .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    registry
        .addResourceHandler("/**")
        .addResourceLocations(PLACE)
        .setUseLastModified(false) // all files of a build bear the same time
        .setCacheControl(CacheControl.noCache())
        .resourceChain(true)
        .addResolver(new PageResolver());
  }

  /// The file, or the page that knows what the address means; unknown API addresses are not found.
  private static final class PageResolver extends PathResourceResolver {

    @Override
    protected @Nullable Resource getResource(String path, Resource location) throws IOException {
      var file = super.getResource(path, location);
      if (file != null && file.isReadable()) {
        return file;
      }
      var isPage = !path.startsWith("api/") && path.indexOf('.') < 0;
      return isPage ? new ClassPathResource("static/index.html") : null;
    }
  }
}
